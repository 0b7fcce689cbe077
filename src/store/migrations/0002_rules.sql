-- The history can only be added to.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% can only be added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
--> statement-breakpoint
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE ON "history" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "history_is_kept_whole" BEFORE TRUNCATE ON "history" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
INSERT INTO "line_clock" VALUES (1, 0);
--> statement-breakpoint
-- A request is rewritten a dozen times in its life; room in the page keeps that cheap.
ALTER TABLE "requests" SET (fillfactor = 80);
--> statement-breakpoint
-- Rows come and go all the time, so that a fifth of a large table is too long to wait for.
ALTER TABLE "work" SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
