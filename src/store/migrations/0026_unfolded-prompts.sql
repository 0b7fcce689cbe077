CREATE INDEX "room_posts_by_author" ON "room_posts" USING btree ("author_key");--> statement-breakpoint
CREATE INDEX "room_answers_to" ON "room_posts" USING btree ("in_reply_to") WHERE kind <> 'post';
--> statement-breakpoint
-- Also what was declined or blocked with the one it was merged into, and is looked at for its own sake after an appeal.
DROP TRIGGER "requests_fold" ON "requests";
--> statement-breakpoint
CREATE TRIGGER "requests_fold" AFTER UPDATE OF "state" ON "requests"
FOR EACH ROW WHEN (OLD.state <> NEW.state AND (NEW.state = 'merged' OR (NEW.state IN ('in-review', 'received')
  AND OLD.state IN ('merged', 'refused', 'declined', 'blocked'))))
EXECUTE FUNCTION fold_prompt();
--> statement-breakpoint
UPDATE "prompts" SET "folded" = false FROM "requests"
WHERE "requests"."id" = "request_id" AND "folded" AND "requests"."body" -> 'merged' IS NULL;
