-- The history and the room's events are read in the order of transactions. Numbers of transactions belong to one
-- database server: a backup restored on another begins low again, behind what was written before. `shift` lifts them
-- over that; it is set at start (see src/store/prepare-feed.ts) and is 0 until a backup was restored.
CREATE TABLE "feed_shift" ("shift" bigint NOT NULL);
--> statement-breakpoint
INSERT INTO "feed_shift" VALUES (0);
--> statement-breakpoint
-- The place of what this transaction writes.
CREATE FUNCTION "feed_transaction"() RETURNS bigint LANGUAGE sql VOLATILE AS
$$ SELECT pg_current_xact_id()::text::bigint + shift FROM feed_shift $$;
--> statement-breakpoint
-- Every transaction before this place has ended: nothing can appear there any more.
CREATE FUNCTION "feed_horizon"() RETURNS bigint LANGUAGE sql STABLE AS
$$ SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + shift FROM feed_shift $$;
