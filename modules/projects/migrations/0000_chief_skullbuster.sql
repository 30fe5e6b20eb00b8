CREATE TABLE "project" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"union_id" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"reach" text NOT NULL,
	"guide_union_id" text,
	"guide_department" text,
	"guide_agreed_by" text,
	"activity" boolean NOT NULL,
	"request_id" text,
	"classes" jsonb NOT NULL,
	"societies" jsonb NOT NULL,
	"budget" integer NOT NULL,
	"wanted" integer NOT NULL,
	"admits" text NOT NULL,
	"call_until" text,
	"starts_on" text NOT NULL,
	"ends_on" text NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"reached" jsonb NOT NULL,
	"summary" jsonb,
	"closed_on" text,
	"made_by_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_attendance" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"shift_id" text NOT NULL,
	"volunteer_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"means" text NOT NULL,
	"minutes" integer,
	"because" text,
	"by_name" text NOT NULL,
	CONSTRAINT "project_attendance_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_certificate" (
	"university_id" text NOT NULL,
	"number" text NOT NULL,
	"volunteer_id" text NOT NULL,
	"project_id" text NOT NULL,
	"minutes" integer NOT NULL,
	"shifts" integer NOT NULL,
	"replaces" text,
	"issued_on" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_certificate_university_id_number_pk" PRIMARY KEY("university_id","number")
);
--> statement-breakpoint
CREATE TABLE "project_expense" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"project_id" text NOT NULL,
	"what" text NOT NULL,
	"amount" integer NOT NULL,
	"on_day" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_expense_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_move" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"project_id" text NOT NULL,
	"move" text NOT NULL,
	"because" text,
	"by_name" text NOT NULL,
	"capacity" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_move_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_rota" (
	"university_id" text NOT NULL,
	"shift_id" text NOT NULL,
	"volunteer_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "project_rota_university_id_shift_id_volunteer_id_pk" PRIMARY KEY("university_id","shift_id","volunteer_id")
);
--> statement-breakpoint
CREATE TABLE "project_shift" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"project_id" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"wanted" integer NOT NULL,
	"secret" text NOT NULL,
	CONSTRAINT "project_shift_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE TABLE "project_volunteer" (
	"university_id" text NOT NULL,
	"id" text NOT NULL,
	"project_id" text NOT NULL,
	"number" text NOT NULL,
	"name" text NOT NULL,
	"faculty" text NOT NULL,
	"grade" integer NOT NULL,
	"state" text NOT NULL,
	"because" text,
	"wish" text,
	"signed_up_at" timestamp with time zone NOT NULL,
	"decided_by_name" text,
	"from_day" text,
	"until" text,
	CONSTRAINT "project_volunteer_university_id_id_pk" PRIMARY KEY("university_id","id")
);
--> statement-breakpoint
CREATE INDEX "project_union" ON "project" USING btree ("university_id","union_id","starts_on");--> statement-breakpoint
CREATE INDEX "project_status" ON "project" USING btree ("university_id","status","ends_on");--> statement-breakpoint
CREATE INDEX "project_attendance_shift" ON "project_attendance" USING btree ("university_id","shift_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "project_certificate_volunteer" ON "project_certificate" USING btree ("university_id","volunteer_id","at");--> statement-breakpoint
CREATE INDEX "project_expense_project" ON "project_expense" USING btree ("university_id","project_id");--> statement-breakpoint
CREATE INDEX "project_move_project" ON "project_move" USING btree ("university_id","project_id");--> statement-breakpoint
CREATE INDEX "project_rota_volunteer" ON "project_rota" USING btree ("university_id","volunteer_id");--> statement-breakpoint
CREATE INDEX "project_shift_project" ON "project_shift" USING btree ("university_id","project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "project_volunteer_once" ON "project_volunteer" USING btree ("university_id","project_id","number");--> statement-breakpoint
CREATE INDEX "project_volunteer_number" ON "project_volunteer" USING btree ("university_id","number");