CREATE TABLE "academic_record" (
	"university_id" text NOT NULL,
	"number" text NOT NULL,
	"semester_rank" integer,
	"semester_of" integer,
	"year_rank" integer,
	"year_of" integer,
	"overall_rank" integer,
	"overall_of" integer,
	"fails" integer,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "academic_record_university_id_number_opened_by_pk" PRIMARY KEY("university_id","number","opened_by")
);
--> statement-breakpoint
CREATE TABLE "faculty" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"aliases" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"institute" boolean DEFAULT false NOT NULL,
	"opened_by" text NOT NULL,
	CONSTRAINT "faculty_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "society" (
	"university_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text,
	"guided_by" text,
	"head_number" text,
	"head_name" text,
	"members" integer,
	"main" boolean NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "society_university_id_name_opened_by_pk" PRIMARY KEY("university_id","name","opened_by")
);
--> statement-breakpoint
CREATE TABLE "student" (
	"university_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"sex" text,
	"ethnicity" text,
	"faculty" text NOT NULL,
	"major" text,
	"class_name" text,
	"grade" integer NOT NULL,
	"level" text NOT NULL,
	"political" text NOT NULL,
	"political_written" text NOT NULL,
	"campus" text,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "student_university_id_number_opened_by_pk" PRIMARY KEY("university_id","number","opened_by")
);
--> statement-breakpoint
CREATE INDEX "academic_opened" ON "academic_record" USING btree ("university_id","opened_by");--> statement-breakpoint
CREATE INDEX "academic_closed" ON "academic_record" USING btree ("university_id","closed_by");--> statement-breakpoint
CREATE INDEX "student_faculty" ON "student" USING btree ("university_id","faculty","grade");--> statement-breakpoint
CREATE INDEX "student_name" ON "student" USING btree ("university_id","name");--> statement-breakpoint
CREATE INDEX "student_opened" ON "student" USING btree ("university_id","opened_by");--> statement-breakpoint
CREATE INDEX "student_closed" ON "student" USING btree ("university_id","closed_by");