CREATE TABLE "course_part" (
	"university_id" text NOT NULL,
	"office" text NOT NULL,
	"place" text NOT NULL,
	"course_id" text NOT NULL,
	CONSTRAINT "course_part_university_id_office_place_course_id_pk" PRIMARY KEY("university_id","office","place","course_id")
);
