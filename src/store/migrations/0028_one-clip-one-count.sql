CREATE INDEX "requests_competing" ON "requests" USING btree ("call_id","delivered_at") WHERE state = 'delivered' and body -> 'merged' is null;--> statement-breakpoint
CREATE INDEX "duels_by_call" ON "duels" USING btree ("call_id","seq");--> statement-breakpoint
-- The request whose clip another one was answered with; its own where it was merged into none.
CREATE FUNCTION "clip_of"(named text) RETURNS text LANGUAGE sql STABLE AS
$$ WITH RECURSIVE way(id, step) AS (
  SELECT named, 0
  UNION ALL
  SELECT r.body #>> '{merged,into}', step + 1 FROM way JOIN requests r ON r.id = way.id
  WHERE r.body #>> '{merged,into}' IS NOT NULL AND step < 16)
SELECT id FROM way ORDER BY step DESC LIMIT 1 $$;
--> statement-breakpoint
-- What was cast below the reply to one that was merged is a vote for the same clip, and who saw it there has seen it.
INSERT INTO "votes" (kind, target_id, voter, at)
SELECT v.kind, clip_of(r.id), v.voter, v.at FROM votes v JOIN requests r ON r.id = v.target_id
WHERE v.kind = 'clip' AND r.body #>> '{merged,into}' IS NOT NULL ON CONFLICT DO NOTHING;
--> statement-breakpoint
DELETE FROM "votes" USING "requests" WHERE "votes".kind = 'clip' AND "requests".id = target_id AND body #>> '{merged,into}' IS NOT NULL;
--> statement-breakpoint
INSERT INTO "clip_views" (clip_id, viewer, at)
SELECT clip_of(r.id), v.viewer, v.at FROM clip_views v JOIN requests r ON r.id = v.clip_id
WHERE r.body #>> '{merged,into}' IS NOT NULL ON CONFLICT DO NOTHING;
--> statement-breakpoint
DELETE FROM "clip_views" USING "requests" WHERE "requests".id = clip_id AND body #>> '{merged,into}' IS NOT NULL;
