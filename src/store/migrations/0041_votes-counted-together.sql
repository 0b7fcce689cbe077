CREATE INDEX "requests_merged_of" ON "requests" USING btree ("requester") WHERE body #>> '{merged,into}' is not null;--> statement-breakpoint
-- The clips that persons were answered with who asked for the same as somebody else.
CREATE VIEW "answered_with" AS
SELECT j.person, clip_of(r.id) AS clip_id FROM joined_accounts j JOIN requests r ON r.requester = j.account
WHERE r.body #>> '{merged,into}' IS NOT NULL;
--> statement-breakpoint
-- What each person asked for, by whichever of their accounts.
CREATE VIEW "asked_by" AS
SELECT j.person, r.id AS request_id FROM joined_accounts j JOIN requests r ON r.requester = j.account;
--> statement-breakpoint
-- About what a person has no voice, since a vote of theirs about it, by whichever of their accounts, is held or void.
CREATE VIEW "silenced" AS
SELECT j.person, h.kind, h.target_id FROM joined_accounts j JOIN held_votes h ON h.voter = j.account
WHERE h.standing <> 'released';
--> statement-breakpoint
-- As in 0037, by joins where functions were asked row by row. Of an account that is joined to none, `person` is null and
-- meets nothing but what is held.
CREATE OR REPLACE VIEW "counted_votes" AS
SELECT v.kind, v.target_id, v.voter, v.at, coalesce(j.person, v.voter) AS person
FROM votes v LEFT JOIN joined_accounts j ON j.account = v.voter
WHERE NOT EXISTS (
    SELECT FROM held_votes h
    WHERE h.kind = v.kind AND h.target_id = v.target_id AND h.voter = v.voter AND h.standing <> 'released')
  AND NOT EXISTS (
    SELECT FROM silenced s WHERE s.person = j.person AND s.kind = v.kind AND s.target_id = v.target_id)
  AND NOT EXISTS (SELECT FROM asked_by a WHERE a.person = j.person AND a.request_id = v.target_id)
  AND NOT EXISTS (
    SELECT FROM answered_with a WHERE a.person = j.person AND a.clip_id = v.target_id AND v.kind = 'clip')
  AND NOT EXISTS (
    SELECT FROM joined_accounts o JOIN votes w ON w.voter = o.account
    WHERE o.person = j.person AND w.kind = v.kind AND w.target_id = v.target_id AND (w.at, w.voter) < (v.at, v.voter));
--> statement-breakpoint
CREATE OR REPLACE VIEW "counted_duels" AS
SELECT d.seq, d.call_id, d.first, d.second, d.voter, d.answer, d.at
FROM duels d LEFT JOIN joined_accounts j ON j.account = d.voter
WHERE NOT EXISTS (
    SELECT FROM held_votes h
    WHERE h.kind = 'duel' AND h.target_id = d.first || '/' || d.second AND h.voter = d.voter AND h.standing <> 'released')
  AND NOT EXISTS (
    SELECT FROM silenced s
    WHERE s.person = j.person AND s.kind = 'duel' AND s.target_id = d.first || '/' || d.second)
  AND NOT EXISTS (SELECT FROM asked_by a WHERE a.person = j.person AND a.request_id = d.first)
  AND NOT EXISTS (SELECT FROM asked_by a WHERE a.person = j.person AND a.request_id = d.second)
  AND NOT EXISTS (SELECT FROM answered_with a WHERE a.person = j.person AND a.clip_id = d.first)
  AND NOT EXISTS (SELECT FROM answered_with a WHERE a.person = j.person AND a.clip_id = d.second)
  AND NOT EXISTS (
    SELECT FROM joined_accounts o JOIN duels e ON e.voter = o.account
    WHERE o.person = j.person AND e.first = d.first AND e.second = d.second AND e.seq < d.seq);
--> statement-breakpoint
CREATE OR REPLACE VIEW "counted_views" AS
SELECT c.clip_id, c.viewer, c.at, coalesce(j.person, c.viewer) AS person
FROM clip_views c LEFT JOIN joined_accounts j ON j.account = c.viewer
WHERE NOT EXISTS (
    SELECT FROM held_votes h
    WHERE h.kind = 'clip' AND h.target_id = c.clip_id AND h.voter = c.viewer AND h.standing <> 'released')
  AND NOT EXISTS (
    SELECT FROM silenced s WHERE s.person = j.person AND s.kind = 'clip' AND s.target_id = c.clip_id)
  AND NOT EXISTS (SELECT FROM asked_by a WHERE a.person = j.person AND a.request_id = c.clip_id)
  AND NOT EXISTS (SELECT FROM answered_with a WHERE a.person = j.person AND a.clip_id = c.clip_id);
--> statement-breakpoint
DROP FUNCTION "has_voice";
