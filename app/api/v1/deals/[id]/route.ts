import { deleteDeal, editDeal } from "@/app/api/v1/_api/deal-changes";
import { readDeal } from "@/app/api/v1/_api/deals";
import { routes } from "@/lib/platform/http/endpoint";

export const dynamic = "force-dynamic";
export const { GET, POST, PUT, PATCH, DELETE } = routes(readDeal, editDeal, deleteDeal);
