CREATE TABLE "candidacy" (
	"university_id" text NOT NULL,
	"application_id" text NOT NULL,
	"call_id" text NOT NULL,
	"course_id" text NOT NULL,
	"union_id" text NOT NULL,
	"post_kind" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"source" text NOT NULL,
	"department" text,
	"title" text,
	"outcome" text,
	"ended_on" text,
	"post_id" text,
	CONSTRAINT "candidacy_university_id_application_id_pk" PRIMARY KEY("university_id","application_id")
);
--> statement-breakpoint
CREATE INDEX "candidacy_call" ON "candidacy" USING btree ("university_id","call_id");--> statement-breakpoint
CREATE INDEX "candidacy_union" ON "candidacy" USING btree ("university_id","union_id","outcome");--> statement-breakpoint
CREATE INDEX "candidacy_course" ON "candidacy" USING btree ("university_id","course_id");