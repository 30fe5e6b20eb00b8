CREATE TABLE "import_run" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"file_id" text NOT NULL,
	"file_name" text NOT NULL,
	"as_of" text NOT NULL,
	"plan" jsonb NOT NULL,
	"status" text NOT NULL,
	"stage" text,
	"progress" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"outcome" jsonb,
	"failure" text,
	"created_by" text NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_by" text,
	CONSTRAINT "import_run_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "remembered_column" (
	"university_id" text NOT NULL,
	"kind" text NOT NULL,
	"header" text NOT NULL,
	"key" text,
	CONSTRAINT "remembered_column_university_id_kind_header_pk" PRIMARY KEY("university_id","kind","header")
);
--> statement-breakpoint
CREATE INDEX "import_run_at" ON "import_run" USING btree ("university_id","created_at");