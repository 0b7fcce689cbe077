CREATE TABLE "curator_care" (
	"curator" text PRIMARY KEY NOT NULL,
	"care" jsonb NOT NULL
);
