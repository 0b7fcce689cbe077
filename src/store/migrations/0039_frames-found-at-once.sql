DROP INDEX "clip_frames_by_band";--> statement-breakpoint
CREATE INDEX "clip_frames_by_band" ON "clip_frames" USING gin ("bands") WITH (fastupdate=false);