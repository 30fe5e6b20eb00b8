CREATE TABLE "board_briefing" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"month" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"content" jsonb,
	"hash" text,
	"course" text,
	"by" text NOT NULL,
	"by_name" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "board_briefing_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "board_count" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"union_id" text NOT NULL,
	"field" text NOT NULL,
	"category_id" text NOT NULL,
	"category" text NOT NULL,
	"office" text,
	"state" text NOT NULL,
	"open" boolean NOT NULL,
	"outcome" text,
	"raised_on" text NOT NULL,
	"sent_on" text,
	"answered_on" text,
	"solved_on" text,
	"due" text,
	"was_late" boolean NOT NULL,
	"accept_days" integer,
	"answer_days" integer,
	"solve_days" integer,
	"voices" integer NOT NULL,
	"faculties" jsonb NOT NULL,
	"classes" integer NOT NULL,
	"ratings" integer NOT NULL,
	"solved" integer NOT NULL,
	"merged" integer NOT NULL,
	CONSTRAINT "board_count_university_id_need_id_pk" PRIMARY KEY("university_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "board_entry" (
	"university_id" text NOT NULL,
	"need_id" text NOT NULL,
	"nth" integer NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"field" text NOT NULL,
	"category_id" text NOT NULL,
	"category" text NOT NULL,
	"place" text NOT NULL,
	"faculties" text[] NOT NULL,
	"office" text,
	"state" text NOT NULL,
	"outcome" text,
	"answer" text,
	"raised_on" text NOT NULL,
	"sent_on" text,
	"accepted_on" text,
	"answered_on" text,
	"solved_on" text,
	"due" text,
	"was_late" boolean NOT NULL,
	"answer_days" integer,
	"solve_days" integer,
	"voices" integer,
	"ratings" integer,
	"solved" integer,
	"round" integer NOT NULL,
	"merged" integer NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "board_entry_university_id_need_id_pk" PRIMARY KEY("university_id","need_id")
);
--> statement-breakpoint
CREATE TABLE "board_published" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"month" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"published_on" text NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "board_published_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "board_revision" (
	"university_id" text NOT NULL,
	"part" integer NOT NULL,
	"changes" integer NOT NULL,
	CONSTRAINT "board_revision_university_id_part_pk" PRIMARY KEY("university_id","part")
);
--> statement-breakpoint
CREATE TABLE "board_term" (
	"university_id" text NOT NULL,
	"term" text collate "C" NOT NULL,
	"nth" integer NOT NULL,
	CONSTRAINT "board_term_university_id_term_nth_pk" PRIMARY KEY("university_id","term","nth")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "board_briefing_month" ON "board_briefing" USING btree ("university_id","month");--> statement-breakpoint
CREATE INDEX "board_count_raised" ON "board_count" USING btree ("university_id","raised_on");--> statement-breakpoint
CREATE UNIQUE INDEX "board_entry_nth" ON "board_entry" USING btree ("university_id","nth");--> statement-breakpoint
CREATE INDEX "board_entry_voices" ON "board_entry" USING btree ("university_id",coalesce("voices", 0),"nth");--> statement-breakpoint
CREATE INDEX "board_entry_raised" ON "board_entry" USING btree ("university_id","raised_on","nth");--> statement-breakpoint
CREATE INDEX "board_entry_state" ON "board_entry" USING btree ("university_id","state","nth");--> statement-breakpoint
CREATE INDEX "board_entry_category" ON "board_entry" USING btree ("university_id","category_id","nth");--> statement-breakpoint
CREATE INDEX "board_entry_office" ON "board_entry" USING btree ("university_id","office","nth");--> statement-breakpoint
CREATE INDEX "board_entry_field" ON "board_entry" USING btree ("university_id","field","nth");--> statement-breakpoint
CREATE UNIQUE INDEX "board_published_month" ON "board_published" USING btree ("university_id","month");--> statement-breakpoint
CREATE INDEX "board_term_of" ON "board_term" USING btree ("university_id","nth");