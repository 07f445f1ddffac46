import { listMembers } from "@/app/api/v1/_api/members";
import { routes } from "@/lib/platform/http/endpoint";

export const dynamic = "force-dynamic";
export const { GET, POST, PUT, PATCH, DELETE } = routes(listMembers);
