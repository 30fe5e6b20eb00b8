CREATE TABLE "decision_done" (
	"university_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"on_day" text NOT NULL,
	"note" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_done_university_id_decision_id_pk" PRIMARY KEY("university_id","decision_id")
);
--> statement-breakpoint
CREATE TABLE "guidance" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"kind" text NOT NULL,
	"on_day" text NOT NULL,
	"topic" text NOT NULL,
	"words" text NOT NULL,
	"file_id" text,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "guidance_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "guidance_answer" (
	"university_id" text NOT NULL,
	"guidance_id" text NOT NULL,
	"happened" boolean NOT NULL,
	"note" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "guidance_answer_university_id_guidance_id_pk" PRIMARY KEY("university_id","guidance_id")
);
--> statement-breakpoint
CREATE TABLE "hearing" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"faculty" text,
	"title" text NOT NULL,
	"on_day" text NOT NULL,
	"unions" jsonb NOT NULL,
	"reporter" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"held_on" text,
	"minutes_id" text,
	"summary" text,
	"held_by" text,
	"called_off_because" text,
	"called_off_by" text,
	CONSTRAINT "hearing_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "hearing_decision" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"hearing_id" text NOT NULL,
	"words" text NOT NULL,
	"office" text NOT NULL,
	"union_id" text,
	"due" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hearing_decision_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "hearing_report" (
	"university_id" text NOT NULL,
	"hearing_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"file_id" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "hearing_report_university_id_hearing_id_id_pk" PRIMARY KEY("university_id","hearing_id","id")
);
--> statement-breakpoint
CREATE TABLE "joint_document" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"union_id" text,
	"opened_by" text NOT NULL,
	CONSTRAINT "joint_document_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "joint_force" (
	"university_id" text NOT NULL,
	"document_id" text NOT NULL,
	"no" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"opened_by" text NOT NULL,
	"closed_by" text,
	CONSTRAINT "joint_force_university_id_document_id_no_pk" PRIMARY KEY("university_id","document_id","no")
);
--> statement-breakpoint
CREATE TABLE "joint_version" (
	"university_id" text NOT NULL,
	"document_id" text NOT NULL,
	"no" integer NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"file_id" text,
	"hash" text NOT NULL,
	"from_day" text NOT NULL,
	"until_day" text,
	"public" boolean NOT NULL,
	"repeal" boolean NOT NULL,
	"course_id" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "joint_version_university_id_document_id_no_pk" PRIMARY KEY("university_id","document_id","no")
);
--> statement-breakpoint
CREATE INDEX "guidance_union" ON "guidance" USING btree ("university_id","union_id","on_day");--> statement-breakpoint
CREATE INDEX "hearing_day" ON "hearing" USING btree ("university_id","on_day");--> statement-breakpoint
CREATE INDEX "hearing_decision_hearing" ON "hearing_decision" USING btree ("university_id","hearing_id");--> statement-breakpoint
CREATE INDEX "joint_version_file" ON "joint_version" USING btree ("university_id","file_id");