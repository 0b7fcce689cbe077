CREATE TABLE "forgetting" (
	"member" text PRIMARY KEY NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL
);

--> statement-breakpoint
-- The history can only be added to, with one exception: what is personal in it is taken out when its requester wants that
-- (docs/decisions/0014). What happened, when, and who decided stays as it is.
CREATE OR REPLACE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('open_call.forgetting', true) = 'on' THEN
    IF (to_jsonb(OLD) - 'event') = (to_jsonb(NEW) - 'event') AND OLD.event ->> 'kind' = NEW.event ->> 'kind' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION '% can only be added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- Replaces a request and the events of its history by what may stay. False where the request changed meanwhile.
-- `left_events`: by the version that each led to.
CREATE FUNCTION "forget_request"(forgotten text, known_version integer, left_body jsonb, left_events jsonb)
RETURNS boolean LANGUAGE plpgsql AS
$$ BEGIN
  UPDATE requests SET body = left_body, requester = left_body -> 'requester' ->> 'platform' || ':' || (left_body -> 'requester' ->> 'id'),
    platform = left_body -> 'post' ->> 'platform', post_id = left_body -> 'post' ->> 'id'
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
