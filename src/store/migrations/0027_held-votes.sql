CREATE TABLE "held_votes" (
	"kind" text NOT NULL,
	"target_id" text NOT NULL,
	"voter" text NOT NULL,
	"case_id" text NOT NULL,
	"standing" text NOT NULL,
	CONSTRAINT "held_votes_kind_target_id_voter_pk" PRIMARY KEY("kind","target_id","voter")
);
--> statement-breakpoint
CREATE TABLE "vote_case_acts" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vote_case_acts_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"act" text NOT NULL,
	"curator" text,
	"reason" text,
	"votes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"pattern" text NOT NULL,
	"standing" text NOT NULL,
	"targets" text[] NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "held_votes_of_case" ON "held_votes" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "held_votes_by_voter" ON "held_votes" USING btree ("voter");--> statement-breakpoint
CREATE INDEX "vote_case_acts_of" ON "vote_case_acts" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "vote_cases_by_standing" ON "vote_cases" USING btree ("standing","found_at");--> statement-breakpoint
CREATE TRIGGER "vote_case_acts_are_kept" BEFORE UPDATE OR DELETE ON "vote_case_acts" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "vote_case_acts_are_kept_whole" BEFORE TRUNCATE ON "vote_case_acts" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
-- What is counted: no vote that is held or void.
CREATE VIEW "counted_votes" AS
SELECT v.kind, v.target_id, v.voter, v.at FROM votes v
WHERE NOT EXISTS (
  SELECT FROM held_votes h
  WHERE h.kind = v.kind AND h.target_id = v.target_id AND h.voter = v.voter AND h.standing <> 'released');
--> statement-breakpoint
CREATE VIEW "counted_duels" AS
SELECT d.* FROM duels d
WHERE NOT EXISTS (
  SELECT FROM held_votes h
  WHERE h.kind = 'duel' AND h.target_id = d.first || '/' || d.second AND h.voter = d.voter AND h.standing <> 'released');
--> statement-breakpoint
-- Counted anew with each change, behind a lock on the request: of two that count at once, the second sees the first.
CREATE FUNCTION "recount_wanted"(target text) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM FROM requests WHERE id = target FOR NO KEY UPDATE;
  UPDATE requests SET wanted = (
    SELECT count(*) FROM counted_votes WHERE kind = 'request' AND target_id = target)
  WHERE id = target;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "count_wanted"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM recount_wanted(OLD.target_id); ELSE PERFORM recount_wanted(NEW.target_id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "held_votes_count" AFTER INSERT OR UPDATE ON "held_votes"
FOR EACH ROW WHEN (NEW.kind = 'request') EXECUTE FUNCTION count_wanted();
--> statement-breakpoint
CREATE TRIGGER "held_votes_count_taken" AFTER DELETE ON "held_votes"
FOR EACH ROW WHEN (OLD.kind = 'request') EXECUTE FUNCTION count_wanted();
