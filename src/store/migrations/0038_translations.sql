CREATE TABLE "translations" (
	"request_id" text NOT NULL,
	"locale" text NOT NULL,
	"prompt_hash" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "translations_request_id_locale_pk" PRIMARY KEY("request_id","locale")
);
