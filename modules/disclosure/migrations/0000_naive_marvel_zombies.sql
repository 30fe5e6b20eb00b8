CREATE TABLE "disclosure" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"school_year" integer NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"published_version" integer,
	"published_at" timestamp with time zone,
	"down_on" text,
	"noindex" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "disclosure_move" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"disclosure_id" text NOT NULL,
	"version" integer NOT NULL,
	"sha256" text NOT NULL,
	"move" text NOT NULL,
	"account" text NOT NULL,
	"name" text NOT NULL,
	"capacity" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_move_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "disclosure_version" (
	"university_id" text NOT NULL,
	"disclosure_id" text NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"grounds" jsonb NOT NULL,
	"sha256" text NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	CONSTRAINT "disclosure_version_university_id_disclosure_id_number_pk" PRIMARY KEY("university_id","disclosure_id","number")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_once" ON "disclosure" USING btree ("university_id","union_id","school_year");--> statement-breakpoint
CREATE INDEX "disclosure_move_of" ON "disclosure_move" USING btree ("university_id","disclosure_id","at");