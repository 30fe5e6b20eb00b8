DROP INDEX "academic_closed";--> statement-breakpoint
DROP INDEX "student_closed";--> statement-breakpoint
CREATE INDEX "academic_closed" ON "academic_record" USING btree ("university_id","closed_by") WHERE "academic_record"."closed_by" is not null;--> statement-breakpoint
CREATE INDEX "student_closed" ON "student" USING btree ("university_id","closed_by") WHERE "student"."closed_by" is not null;