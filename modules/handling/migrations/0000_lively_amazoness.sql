CREATE TABLE "handling_answer" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"round" integer NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"text" text NOT NULL,
	"office_name" text NOT NULL,
	"on_day" text NOT NULL,
	CONSTRAINT "handling_answer_university_id_need_id_nth_pk" PRIMARY KEY("university_id","need_id","nth")
);
--> statement-breakpoint
CREATE TABLE "handling_deed" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"because" text NOT NULL,
	"on_day" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handling_deed_university_id_need_id_nth_pk" PRIMARY KEY("university_id","need_id","nth")
);
--> statement-breakpoint
CREATE TABLE "handling_desk" (
	"university_id" text NOT NULL,
	"union_id" text NOT NULL,
	"department" text NOT NULL,
	CONSTRAINT "handling_desk_university_id_union_id_pk" PRIMARY KEY("university_id","union_id")
);
--> statement-breakpoint
CREATE TABLE "handling_draft" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"version" integer NOT NULL,
	"round" integer NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handling_draft_university_id_need_id_version_pk" PRIMARY KEY("university_id","need_id","version")
);
--> statement-breakpoint
CREATE TABLE "handling" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"union_id" text NOT NULL,
	"desk" text NOT NULL,
	"state" text NOT NULL,
	"step" text,
	"left_as" text,
	"open" boolean NOT NULL,
	"office" text,
	"place" text,
	"office_name" text,
	"misrouted" boolean NOT NULL,
	"assignee" text,
	"assignee_name" text,
	"sent_on" text,
	"accepted_on" text,
	"answered_on" text,
	"solved_on" text,
	"closed_on" text,
	"due" text,
	"was_late" boolean NOT NULL,
	"outcome" text,
	"answer" text,
	"because" text,
	"round" integer NOT NULL,
	"course" text,
	"imported" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "handling_university_id_need_id_pk" PRIMARY KEY("university_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "handling_message" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"from_side" text NOT NULL,
	"by" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"on_day" text NOT NULL,
	CONSTRAINT "handling_message_university_id_need_id_nth_pk" PRIMARY KEY("university_id","need_id","nth")
);
--> statement-breakpoint
CREATE TABLE "handling_note" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"owner" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handling_note_university_id_need_id_nth_pk" PRIMARY KEY("university_id","need_id","nth")
);
--> statement-breakpoint
CREATE TABLE "handling_rating" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"round" integer NOT NULL,
	"tag" text NOT NULL,
	"solved" boolean NOT NULL,
	"stars" integer NOT NULL,
	"words" text NOT NULL,
	"on_day" text NOT NULL,
	CONSTRAINT "handling_rating_university_id_need_id_round_tag_pk" PRIMARY KEY("university_id","need_id","round","tag")
);
--> statement-breakpoint
CREATE TABLE "handling_template" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"owner" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "handling_template_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "handling_view" (
	"university_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"query" jsonb NOT NULL,
	CONSTRAINT "handling_view_university_id_number_name_pk" PRIMARY KEY("university_id","number","name")
);
--> statement-breakpoint
CREATE INDEX "handling_union" ON "handling" USING btree ("university_id","union_id","state");--> statement-breakpoint
CREATE INDEX "handling_office" ON "handling" USING btree ("university_id","office","place","state");--> statement-breakpoint
CREATE INDEX "handling_due" ON "handling" USING btree ("university_id","due");--> statement-breakpoint
CREATE INDEX "handling_changed" ON "handling" USING btree ("university_id","changed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "handling_template_name" ON "handling_template" USING btree ("university_id","owner","name");