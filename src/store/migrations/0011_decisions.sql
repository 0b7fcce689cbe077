CREATE TABLE "decisions" (
	"request_id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"curator" text NOT NULL,
	"decision" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"effect_at" timestamp (3) with time zone NOT NULL,
	"leased_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "decisions_due" ON "decisions" USING btree ("effect_at","request_id");