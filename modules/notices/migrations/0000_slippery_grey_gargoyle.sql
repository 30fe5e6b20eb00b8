CREATE TABLE "notice" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"office" text NOT NULL,
	"place" text NOT NULL,
	"sender" text NOT NULL,
	"union_id" text,
	"faculty" text,
	"author" text NOT NULL,
	"author_name" text NOT NULL,
	"stage" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"files" jsonb NOT NULL,
	"open" boolean NOT NULL,
	"everybody" boolean NOT NULL,
	"faculties" text[] NOT NULL,
	"classes" text[] NOT NULL,
	"grades" integer[] NOT NULL,
	"groups" text[] NOT NULL,
	"level" text NOT NULL,
	"confirm" boolean NOT NULL,
	"pass_down" boolean NOT NULL,
	"due_on" text,
	"publish_at" timestamp with time zone,
	"written" jsonb NOT NULL,
	"version" integer NOT NULL,
	"live" integer,
	"published_at" timestamp with time zone,
	"published_on" text,
	"corrected_on" text,
	"refused" text,
	"course" text,
	"withdrawn_on" text,
	"withdrawn_because" text,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "notice_opening" (
	"university_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"number" text NOT NULL,
	"faculty" text NOT NULL,
	"class_name" text,
	"at" timestamp with time zone NOT NULL,
	"seen" integer NOT NULL,
	"confirmed" integer,
	"confirmed_on" text,
	CONSTRAINT "notice_opening_university_id_notice_id_number_pk" PRIMARY KEY("university_id","notice_id","number")
);
--> statement-breakpoint
CREATE TABLE "notice_passing" (
	"university_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"faculty" text NOT NULL,
	"class_name" text NOT NULL,
	"version" integer NOT NULL,
	"on_day" text NOT NULL,
	"how" text NOT NULL,
	"note" text NOT NULL,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_passing_university_id_notice_id_faculty_class_name_version_pk" PRIMARY KEY("university_id","notice_id","faculty","class_name","version")
);
--> statement-breakpoint
CREATE TABLE "notice_publication" (
	"university_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"number" integer NOT NULL,
	"on_day" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_publication_university_id_notice_id_number_pk" PRIMARY KEY("university_id","notice_id","number")
);
--> statement-breakpoint
CREATE TABLE "notice_reminding" (
	"university_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"whom" text NOT NULL,
	"faculty" text NOT NULL,
	"class_name" text NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_reminding_university_id_notice_id_whom_faculty_class_name_on_day_pk" PRIMARY KEY("university_id","notice_id","whom","faculty","class_name","on_day")
);
--> statement-breakpoint
CREATE TABLE "notice_version" (
	"university_id" text NOT NULL,
	"notice_id" text NOT NULL,
	"number" integer NOT NULL,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"course" text NOT NULL,
	"because" text,
	"by_name" text NOT NULL,
	"on_day" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_version_university_id_notice_id_number_pk" PRIMARY KEY("university_id","notice_id","number")
);
--> statement-breakpoint
CREATE INDEX "notice_published" ON "notice" USING btree ("university_id","published_at");--> statement-breakpoint
CREATE INDEX "notice_stage" ON "notice" USING btree ("university_id","stage","publish_at");--> statement-breakpoint
CREATE INDEX "notice_opening_person" ON "notice_opening" USING btree ("university_id","number");