ALTER TABLE "requests" ADD COLUMN "wanted" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "requests_most_wanted" ON "requests" USING btree ((-wanted),"asked_at","id") WHERE state = 'in-review';--> statement-breakpoint
UPDATE "requests" SET "wanted" = counted.votes
FROM (SELECT target_id, count(*)::int AS votes FROM votes WHERE kind = 'request' GROUP BY target_id) AS counted
WHERE requests.id = counted.target_id;
--> statement-breakpoint
-- The count goes with the rows that it is of, whoever writes them; added to, since of two that count at once the second
-- would not see the row of the first.
CREATE FUNCTION "count_wanted"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE requests SET wanted = wanted + 1 WHERE id = NEW.target_id;
  ELSE
    UPDATE requests SET wanted = wanted - 1 WHERE id = OLD.target_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "votes_count_added" AFTER INSERT ON "votes"
FOR EACH ROW WHEN (NEW.kind = 'request') EXECUTE FUNCTION count_wanted();
--> statement-breakpoint
CREATE TRIGGER "votes_count_taken" AFTER DELETE ON "votes"
FOR EACH ROW WHEN (OLD.kind = 'request') EXECUTE FUNCTION count_wanted();
