CREATE TABLE "calendar_day" (
	"university_id" text NOT NULL,
	"day" text NOT NULL,
	"works" boolean NOT NULL,
	"note" text NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "calendar_day_university_id_day_pk" PRIMARY KEY("university_id","day")
);
--> statement-breakpoint
CREATE TABLE "course" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"procedure" text NOT NULL,
	"edition" text NOT NULL,
	"subject" text NOT NULL,
	"title" text NOT NULL,
	"union_id" text,
	"places" jsonb NOT NULL,
	"about" jsonb NOT NULL,
	"applicant" text NOT NULL,
	"applicant_name" text NOT NULL,
	"state" jsonb NOT NULL,
	"status" text NOT NULL,
	"since" text NOT NULL,
	"due" text,
	"opened_on" text NOT NULL,
	"ended_on" text,
	"escalated_on" text,
	CONSTRAINT "course_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "course_waiting" (
	"university_id" text NOT NULL,
	"course_id" text NOT NULL,
	"office" text NOT NULL,
	"place" text NOT NULL,
	"only_mark" text NOT NULL,
	"due" text,
	"since" text NOT NULL,
	CONSTRAINT "course_waiting_university_id_course_id_office_pk" PRIMARY KEY("university_id","course_id","office")
);
--> statement-breakpoint
CREATE TABLE "extra_step" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"procedure" text NOT NULL,
	"after" text,
	"label" text NOT NULL,
	"office" text NOT NULL,
	"days" integer,
	"from_day" text NOT NULL,
	"until" text,
	"by_name" text NOT NULL,
	CONSTRAINT "extra_step_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "procedure_edition" (
	"university_id" text NOT NULL,
	"hash" text NOT NULL,
	"procedure" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "procedure_edition_university_id_hash_pk" PRIMARY KEY("university_id","hash")
);
--> statement-breakpoint
CREATE INDEX "course_subject" ON "course" USING btree ("university_id","procedure","subject");--> statement-breakpoint
CREATE INDEX "course_due" ON "course" USING btree ("university_id","status","due");--> statement-breakpoint
CREATE INDEX "course_union" ON "course" USING btree ("university_id","union_id");--> statement-breakpoint
CREATE INDEX "course_applicant" ON "course" USING btree ("university_id","applicant");--> statement-breakpoint
CREATE INDEX "course_waiting_office" ON "course_waiting" USING btree ("university_id","office","place","due");