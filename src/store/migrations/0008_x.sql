CREATE TABLE "x_likes" (
	"post_id" text PRIMARY KEY NOT NULL,
	"likes" integer NOT NULL,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "x_spending" (
	"day" text NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"micro_dollars" bigint NOT NULL,
	CONSTRAINT "x_spending_day_kind_pk" PRIMARY KEY("day","kind")
);
--> statement-breakpoint
CREATE TABLE "x_uploads" (
	"key" text PRIMARY KEY NOT NULL,
	"media_id" text NOT NULL,
	"sha256" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
