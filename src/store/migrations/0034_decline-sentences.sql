CREATE TABLE "decline_sentences" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "decline_sentences_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"owner" text,
	"reason" text NOT NULL,
	"words" jsonb NOT NULL
);
