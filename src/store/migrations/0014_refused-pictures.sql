CREATE TABLE "refused_pictures" (
	"hash" text PRIMARY KEY NOT NULL,
	"mark" bit(64),
	"policy" text NOT NULL,
	"added_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
