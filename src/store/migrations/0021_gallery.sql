CREATE TABLE "gallery_clips" (
	"request_id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"delivered_at" timestamp (3) with time zone,
	"style" text NOT NULL,
	"style_key" text NOT NULL,
	"words" text NOT NULL,
	"grams" integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "gallery_clips_by_gram" ON "gallery_clips" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "gallery_clips_by_style" ON "gallery_clips" USING btree ("style_key","delivered_at") WHERE style_key <> '';--> statement-breakpoint
CREATE INDEX "gallery_clips_by_parent" ON "gallery_clips" USING btree ("parent_id") WHERE parent_id is not null;