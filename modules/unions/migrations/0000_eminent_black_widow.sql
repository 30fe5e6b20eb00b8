CREATE TABLE "department" (
	"university_id" text NOT NULL,
	"union_id" text NOT NULL,
	"name" text NOT NULL,
	"duties" text,
	"position" integer DEFAULT 0 NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "department_university_id_union_id_name_opened_by_pk" PRIMARY KEY("university_id","union_id","name","opened_by")
);
--> statement-breakpoint
CREATE TABLE "post" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"department" text,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"name" text NOT NULL,
	"number" text,
	"number_written" text,
	"origin" text,
	"origin_written" text,
	"claimed" jsonb,
	"place" jsonb,
	"basis" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "post_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "student_union" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"kind" text NOT NULL,
	"faculty" text,
	"opened_by" text NOT NULL,
	CONSTRAINT "student_union_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "post_union" ON "post" USING btree ("university_id","union_id","valid_from");--> statement-breakpoint
CREATE INDEX "post_number" ON "post" USING btree ("university_id","number");--> statement-breakpoint
CREATE INDEX "post_opened" ON "post" USING btree ("university_id","opened_by");--> statement-breakpoint
CREATE INDEX "post_closed" ON "post" USING btree ("university_id","closed_by");