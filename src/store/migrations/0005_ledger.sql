CREATE TABLE "budgets" (
	"scope" text PRIMARY KEY NOT NULL,
	"micros" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"key" text PRIMARY KEY NOT NULL,
	"request_id" text NOT NULL,
	"shot" integer NOT NULL,
	"call_id" text NOT NULL,
	"engine" text NOT NULL,
	"day" text NOT NULL,
	"state" text NOT NULL,
	"micros" bigint NOT NULL,
	"scopes" text[] NOT NULL,
	"reserved_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE INDEX "ledger_by_request" ON "ledger" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "ledger_by_day" ON "ledger" USING btree ("day","key");