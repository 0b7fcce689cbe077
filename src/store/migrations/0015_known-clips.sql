CREATE TABLE "clip_files" (
	"sha256" text NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "clip_files_sha256_request_id_pk" PRIMARY KEY("sha256","request_id")
);
--> statement-breakpoint
CREATE TABLE "clip_frames" (
	"request_id" text NOT NULL,
	"hash" bit(256) NOT NULL,
	"bands" integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "clip_files_of" ON "clip_files" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "clip_frames_of" ON "clip_frames" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "clip_frames_by_band" ON "clip_frames" USING gin ("bands");