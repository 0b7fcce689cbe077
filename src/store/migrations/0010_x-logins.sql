CREATE TABLE "x_logins" (
	"client_id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"username" text NOT NULL,
	"scopes" text[] NOT NULL,
	"sealed" text NOT NULL,
	"from" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"renewal" text NOT NULL,
	"version" integer NOT NULL
);
