CREATE TABLE "listening_answer" (
	"university_id" text NOT NULL,
	"listening_id" text NOT NULL,
	"id" text NOT NULL,
	"given" jsonb NOT NULL,
	CONSTRAINT "listening_answer_university_id_listening_id_id_pk" PRIMARY KEY("university_id","listening_id","id")
);
--> statement-breakpoint
CREATE TABLE "listening_heard" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"listening_id" text NOT NULL,
	"position" integer NOT NULL,
	"category_id" text NOT NULL,
	"field" text NOT NULL,
	"words" text NOT NULL,
	"faculty" text NOT NULL,
	"said" text NOT NULL,
	"said_by" text NOT NULL,
	"need_id" text,
	"joined" boolean NOT NULL,
	CONSTRAINT "listening_heard_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "listening" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"about" text NOT NULL,
	"place" text NOT NULL,
	"on_day" text NOT NULL,
	"until_day" text NOT NULL,
	"from_time" text NOT NULL,
	"until_time" text NOT NULL,
	"offices" jsonb NOT NULL,
	"faculties" jsonb NOT NULL,
	"grades" jsonb NOT NULL,
	"places" integer,
	"state" text NOT NULL,
	"because" text,
	"attendance" integer,
	"minutes" text,
	"minuted_on" text,
	"minuted_by" text,
	"published_on" text,
	"imported_from" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "listening_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "listening_part" (
	"university_id" text NOT NULL,
	"listening_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "listening_part_university_id_listening_id_tag_pk" PRIMARY KEY("university_id","listening_id","tag")
);
--> statement-breakpoint
CREATE TABLE "listening_question" (
	"university_id" text NOT NULL,
	"listening_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"options" jsonb NOT NULL,
	"required" boolean NOT NULL,
	CONSTRAINT "listening_question_university_id_listening_id_id_pk" PRIMARY KEY("university_id","listening_id","id")
);
--> statement-breakpoint
CREATE TABLE "listening_share" (
	"university_id" text NOT NULL,
	"listening_id" text NOT NULL,
	"faculty" text NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "listening_share_university_id_listening_id_faculty_pk" PRIMARY KEY("university_id","listening_id","faculty")
);
--> statement-breakpoint
CREATE INDEX "listening_heard_at" ON "listening_heard" USING btree ("university_id","listening_id","position");--> statement-breakpoint
CREATE INDEX "listening_heard_need" ON "listening_heard" USING btree ("university_id","need_id");--> statement-breakpoint
CREATE INDEX "listening_union" ON "listening" USING btree ("university_id","union_id","on_day");