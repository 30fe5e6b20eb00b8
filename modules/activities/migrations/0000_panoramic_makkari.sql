CREATE TABLE "activity" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"on_day" text NOT NULL,
	"audience" jsonb NOT NULL,
	"places" integer,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"sign_off_until" timestamp with time zone,
	"walk_ins" boolean NOT NULL,
	"early" integer NOT NULL,
	"classes" jsonb NOT NULL,
	"societies" jsonb NOT NULL,
	"project_id" text,
	"request_id" text,
	"status" text NOT NULL,
	"approved_on" text,
	"cancelled_because" text,
	"secret" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity_attendance" (
	"university_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"number" text NOT NULL,
	"seq" integer NOT NULL,
	"name" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	"because" text,
	"import_id" text,
	"by_name" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_attendance_university_id_activity_id_number_seq_pk" PRIMARY KEY("university_id","activity_id","number","seq")
);
--> statement-breakpoint
CREATE TABLE "activity_import" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"activity_id" text NOT NULL,
	"file_name" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read" jsonb NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "activity_import_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity_rated" (
	"university_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"number" text NOT NULL,
	CONSTRAINT "activity_rated_university_id_activity_id_number_pk" PRIMARY KEY("university_id","activity_id","number")
);
--> statement-breakpoint
CREATE TABLE "activity_rating" (
	"university_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"stars" integer NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "activity_rating_university_id_activity_id_stars_pk" PRIMARY KEY("university_id","activity_id","stars")
);
--> statement-breakpoint
CREATE TABLE "activity_remark" (
	"university_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"id" text NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "activity_remark_university_id_activity_id_id_pk" PRIMARY KEY("university_id","activity_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity_sign_up" (
	"university_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"class_name" text,
	"state" text NOT NULL,
	"turn" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"moved_up_at" timestamp with time zone,
	CONSTRAINT "activity_sign_up_university_id_activity_id_number_pk" PRIMARY KEY("university_id","activity_id","number")
);
--> statement-breakpoint
CREATE INDEX "activity_union" ON "activity" USING btree ("university_id","union_id","on_day");--> statement-breakpoint
CREATE INDEX "activity_day" ON "activity" USING btree ("university_id","status","starts_at");--> statement-breakpoint
CREATE INDEX "activity_attendance_number" ON "activity_attendance" USING btree ("university_id","number");--> statement-breakpoint
CREATE INDEX "activity_import_activity" ON "activity_import" USING btree ("university_id","activity_id");--> statement-breakpoint
CREATE INDEX "activity_sign_up_turn" ON "activity_sign_up" USING btree ("university_id","activity_id","state","turn");--> statement-breakpoint
CREATE INDEX "activity_sign_up_number" ON "activity_sign_up" USING btree ("university_id","number");