CREATE TABLE "call_reels" (
	"call_id" text PRIMARY KEY NOT NULL,
	"reel" jsonb NOT NULL
);
