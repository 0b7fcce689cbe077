DROP INDEX "prompts_by_mark";--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "prompts_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "prompts" ADD CONSTRAINT "prompts_number" UNIQUE("number");--> statement-breakpoint
CREATE TABLE "prompt_marks" (
	"mark" integer NOT NULL,
	"prompt" integer NOT NULL
);
--> statement-breakpoint
-- A dozen rows of each prompt that is there; sorted once, behind them all.
INSERT INTO "prompt_marks" (mark, prompt) SELECT unnest(marks), number FROM "prompts" WHERE NOT folded;--> statement-breakpoint
ALTER TABLE "prompt_marks" ADD CONSTRAINT "prompt_marks_mark_prompt_pk" PRIMARY KEY("mark","prompt");
--> statement-breakpoint
-- With the prompt itself, whoever writes it: what is folded into another one is not found by its own marks.
CREATE FUNCTION "list_marks"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM prompt_marks WHERE mark = ANY (OLD.marks) AND prompt = OLD.number;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO prompt_marks (mark, prompt) SELECT unnest(NEW.marks), NEW.number WHERE NOT NEW.folded;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "prompts_list_marks" AFTER INSERT OR DELETE ON "prompts" FOR EACH ROW EXECUTE FUNCTION list_marks();
--> statement-breakpoint
CREATE TRIGGER "prompts_list_marks_anew" AFTER UPDATE OF "marks", "folded" ON "prompts" FOR EACH ROW
WHEN (OLD.marks IS DISTINCT FROM NEW.marks OR OLD.folded <> NEW.folded) EXECUTE FUNCTION list_marks();
