DROP INDEX "academic_opened";--> statement-breakpoint
DROP INDEX "student_opened";