CREATE TABLE "call_winners" (
	"call_id" text PRIMARY KEY NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"winners" jsonb NOT NULL
);
