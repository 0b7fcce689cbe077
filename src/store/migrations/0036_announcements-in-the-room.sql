DROP INDEX "room_threads";--> statement-breakpoint
DROP INDEX "room_threads_by_author";--> statement-breakpoint
CREATE INDEX "room_threads" ON "room_posts" USING btree ("seq") WHERE in_reply_to is null;--> statement-breakpoint
CREATE INDEX "room_threads_by_author" ON "room_posts" USING btree ("author_key","seq") WHERE in_reply_to is null;