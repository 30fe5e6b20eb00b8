CREATE TABLE "student_body" (
	"university_id" text NOT NULL,
	"level" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"campus" text NOT NULL,
	"students" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "student_body_university_id_opened_by_valid_from_level_faculty_grade_campus_pk" PRIMARY KEY("university_id","opened_by","valid_from","level","faculty","grade","campus")
);
