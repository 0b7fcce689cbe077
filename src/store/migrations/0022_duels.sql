CREATE TABLE "duels" (
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "duels_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"call_id" text NOT NULL,
	"first" text NOT NULL,
	"second" text NOT NULL,
	"voter" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duels_voter_first_second_pk" PRIMARY KEY("voter","first","second")
);
--> statement-breakpoint
CREATE INDEX "duels_of_call" ON "duels" USING btree ("call_id","first","second");--> statement-breakpoint
CREATE INDEX "duels_of_first" ON "duels" USING btree ("first");--> statement-breakpoint
CREATE INDEX "duels_of_second" ON "duels" USING btree ("second");