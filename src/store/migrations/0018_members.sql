CREATE TABLE "curator_accounts" (
	"account" text PRIMARY KEY NOT NULL,
	"curator" text NOT NULL,
	CONSTRAINT "curator_accounts_curator" UNIQUE("curator")
);
--> statement-breakpoint
CREATE TABLE "member_sessions" (
	"session_hash" text PRIMARY KEY NOT NULL,
	"member" jsonb NOT NULL,
	"member_key" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "member_sessions_by_member" ON "member_sessions" USING btree ("member_key");