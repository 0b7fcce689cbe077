CREATE TABLE "seeded_cases" (
	"request_id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"right" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"curator" text,
	"given" text,
	"correct" boolean,
	"answered_at" timestamp (3) with time zone,
	"told" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX "seeded_cases_untold" ON "seeded_cases" USING btree ("curator") WHERE not told and curator is not null;