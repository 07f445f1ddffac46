/** Small files of each kind, that belong together. */
export const COMPANIES = `account,sector,employees,office_location,Note
Acme Corporation,medical,2822,Belgium,old friend
Betasoloin,retail,495,Kenya,
`;
export const PEOPLE = `sales_agent,manager,team,regional_office
Anna Snelling,Dustin Brinkmann,Central,Utrecht
Cecily Lampkin,Dustin Brinkmann,Central,Gent
Dustin Brinkmann,,Central,Gent
`;
export const PRODUCTS = `product,series,sales_price
GTX Pro,GTX,4821
MG Special,MG,55
`;
export const DEALS = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A1,Anna Snelling,GTXPro,Acme Corporation,Won,2025-10-20,2026-03-01,1054
A2,Cecily Lampkin,MG Special,Betasoloin,Lost,2025-10-25,2026-03-11,0
A3,Anna Snelling,MG Special,Acme Corporation,Engaging,2025-11-01,,
A4,Cecily Lampkin,GTXPro,,Prospecting,,,
`;
export const FILES = { companies: COMPANIES, people: PEOPLE, products: PRODUCTS, deals: DEALS } as const;
export type Kind = keyof typeof FILES;
