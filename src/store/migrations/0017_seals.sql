CREATE TABLE "history_seals" (
	"number" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"up_to" text NOT NULL,
	"digests" text[] NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "salt" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
CREATE INDEX "history_by_time" ON "history" USING brin ("at");
--> statement-breakpoint
CREATE TRIGGER "seals_are_kept" BEFORE UPDATE OR DELETE ON "history_seals" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
CREATE TRIGGER "seals_are_kept_whole" BEFORE TRUNCATE ON "history_seals" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
--> statement-breakpoint
-- As in 0006; with its words goes the salt, without which nobody finds out from a seal what they were.
CREATE OR REPLACE FUNCTION "forget_request"(forgotten text, known_version integer, left_body jsonb, left_events jsonb)
RETURNS boolean LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE requests SET body = left_body, requester = left_body -> 'requester' ->> 'platform' || ':' || (left_body -> 'requester' ->> 'id'),
    platform = left_body -> 'post' ->> 'platform', post_id = left_body -> 'post' ->> 'id', salt = gen_random_uuid()
  WHERE id = forgotten AND version = known_version;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM set_config('open_call.forgetting', 'on', true);
  UPDATE history SET event = left_events -> (history.version::text) WHERE request_id = forgotten;
  PERFORM set_config('open_call.forgetting', 'off', true);
  DELETE FROM prompts WHERE request_id = forgotten;
  DELETE FROM own_posts WHERE request_id = forgotten;
  DELETE FROM votes WHERE target_id = forgotten;
  DELETE FROM clip_views WHERE clip_id = forgotten;
  RETURN true;
END $$;
