CREATE TABLE "discord_servers" (
	"id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
