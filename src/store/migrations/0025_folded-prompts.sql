DROP INDEX "prompts_by_key";--> statement-breakpoint
DROP INDEX "prompts_by_mark";--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "folded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "prompts_by_key" ON "prompts" USING btree ("key","request_id") WHERE not folded;--> statement-breakpoint
CREATE INDEX "prompts_by_mark" ON "prompts" USING gin ("marks") WITH (fastupdate=false) WHERE not folded;
--> statement-breakpoint
UPDATE "prompts" SET "folded" = true FROM "requests" WHERE "requests"."id" = "request_id" AND "requests"."state" = 'merged';
--> statement-breakpoint
-- With the state itself, whoever saves it: what is not found by its words any more is found by those it was folded into.
CREATE FUNCTION "fold_prompt"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE prompts SET folded = (NEW.state = 'merged') WHERE request_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "requests_fold" AFTER UPDATE OF "state" ON "requests"
FOR EACH ROW WHEN (OLD.state <> NEW.state AND (NEW.state = 'merged' OR (OLD.state = 'merged' AND NEW.state IN ('in-review', 'received'))))
EXECUTE FUNCTION fold_prompt();
