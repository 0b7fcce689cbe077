CREATE TABLE "troubles" (
	"platform" text NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"place_name" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"told" boolean NOT NULL,
	CONSTRAINT "troubles_platform_kind_place_pk" PRIMARY KEY("platform","kind","place")
);
