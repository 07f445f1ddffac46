import { Star } from "lucide-react";
import { AgeBar, ShareBar } from "@/components/charts/share-bar";
import { RouteLine } from "@/components/route-line/route-line";
import { AppShell } from "@/components/shell/app-shell";
import { Badge, type Tone } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { EstimateFigure } from "@/components/ui/estimate-figure";
import { ExplainBody } from "@/components/ui/explain-sheet";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { RangeBar } from "@/components/ui/range-bar";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Skeleton } from "@/components/ui/skeleton";
import { TabLinks } from "@/components/ui/tab-links";
import { Table, Tbody, Td, Th, Thead, Tr } from "@/components/ui/table";
import { Charts } from "./charts";
import { Buttons, Forms } from "./controls";
import { ESTIMATES, GPS, LADDER, mini, PROCESS } from "./data";

const TONES: Tone[] = ["neutral", "accent", "here", "good", "warn", "bad", "info", "presence"];
const HERE = "/dev/components";

/** Every component on one page, under the development server only; looked at in both themes and on a phone. */
export default function Gallery() {
  return (
    <AppShell
      org={{ name: "Maasdal Systems" }}
      member={{ name: "Eva de Wit", role: "Sales manager" }}
      homeHref={HERE}
      account={{ signOutHref: "/sign-out" }}
      organisations={[
        { name: "Maasdal Systems", href: HERE, current: true },
        { name: "Haventec", href: "/haventec" },
      ]}
      nav={{
        deals: {
          href: HERE,
          sub: [
            { label: "Board", href: HERE },
            { label: "List", href: `${HERE}/list` },
          ],
        },
        processes: { href: "/dev/processes" },
        insights: { href: "/dev/insights" },
        maturity: { href: "/dev/maturity" },
        settings: { href: "/dev/settings" },
      }}
    >
      <Page className="flex flex-col gap-4">
        <PageHeader
          title="Proposal is where deals sit"
          crumbs={[{ label: "Insights", href: HERE }, { label: "Components" }]}
          sub={
            <>
              <strong className="text-ink">€48,500</strong> · Eva de Wit · closes mid-Dec to mid-Jan
            </>
          }
          actions={
            <SegmentedLinks
              label="View"
              items={[
                { href: "#a", label: "Board", active: true },
                { href: "#b", label: "List" },
              ]}
            />
          }
        />
        <Card title="Buttons and what they open">
          <Buttons />
        </Card>
        <Card title="A deal under way" data-route="gps">
          <RouteLine variant="gps" {...GPS} />
        </Card>
        <Card title="Consultatief · Business developer">
          <RouteLine variant="process" {...PROCESS} />
        </Card>
        <Card title="Ladder">
          <RouteLine variant="map" numbered {...LADDER} />
        </Card>
        <div className="grid gap-4 md:grid-cols-2">
          <Card title="On cards">
            <div className="flex flex-wrap gap-6">
              {[mini(0), mini(1), mini(2), mini(2, true), mini(4), mini(5)].map((view, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
                <RouteLine key={index} variant="mini" {...view} />
              ))}
            </div>
            <div className="mt-4 flex flex-wrap gap-2">
              {TONES.map((tone) => (
                <Badge key={tone} tone={tone} icon={tone === "accent" ? <Star /> : undefined}>
                  {tone}
                </Badge>
              ))}
            </div>
          </Card>
          <Card next title="Confirm budget owner" sub="Key step · you · by Wednesday 25 Nov">
            <p className="lead-sentence">
              In similar deals, doing this before Proposal ends went with more wins: 47 % against 28 %.
            </p>
            <div className="mt-3">
              <LinkButton href={HERE} variant="primary" shortcut="N">
                Done
              </LinkButton>
            </div>
          </Card>
        </div>
        <Card title="Figures">
          <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-5">
            <EstimateFigure label="Win rate" estimate={ESTIMATES.ok} scale />
            <EstimateFigure label="Win rate, Ghent" estimate={ESTIMATES.thin} scale />
            <EstimateFigure label="Win rate, new" estimate={ESTIMATES.few} />
            <EstimateFigure label="Likely this quarter" estimate={ESTIMATES.money} currency="EUR" compact />
            <EstimateFigure label="Cycle of won deals" estimate={ESTIMATES.days} />
          </div>
          <div className="mt-4 grid max-w-md gap-2">
            <RangeBar value={0.5} low={0.38} high={0.62} />
            <RangeBar value={0.27} low={0.17} high={0.38} muted thin />
            <ShareBar
              label="60% moved on, 12% lost, 28% undecided"
              parts={[
                { key: "m", share: 0.6, tone: "won" },
                { key: "l", share: 0.12, tone: "lost" },
                { key: "o", share: 0.28, tone: "open" },
              ]}
            />
            <AgeBar days={76} limit={58} max={180} />
          </div>
        </Card>
        <Card title="Forms">
          <Forms />
        </Card>
        <Card title="Table">
          <TabLinks
            label="Views"
            items={[
              { href: "#all", label: "All open", count: 40, active: true },
              { href: "#mine", label: "Mine", count: 13 },
            ]}
          />
          <Table label="Deals">
            <Thead>
              <tr>
                <Th>Deal</Th>
                <Th numeric>Amount</Th>
                <Th>Stage</Th>
                <Th numeric sorted="descending">
                  Chance
                </Th>
              </tr>
            </Thead>
            <Tbody>
              <Tr>
                <Th row>Zuiderkroon Bouw</Th>
                <Td numeric>€88,000</Td>
                <Td>
                  <RouteLine variant="mini" {...mini(4)} />
                </Td>
                <Td numeric>76%</Td>
              </Tr>
              <Tr selected>
                <Th row>Lambrechts Foods</Th>
                <Td numeric>€64,000</Td>
                <Td>
                  <RouteLine variant="mini" {...mini(2, true)} />
                </Td>
                <Td numeric>50%</Td>
              </Tr>
            </Tbody>
          </Table>
        </Card>
        <div className="grid gap-4 md:grid-cols-2">
          <Card title="Words on the page" className="flex flex-col gap-3">
            <Banner tone="info" title="Version 4 is a draft">
              14 deals stay on version 3.
            </Banner>
            <Banner tone="good">Saved</Banner>
            <Banner tone="warn" title="Three deals have no next step" />
            <Banner tone="bad" title="Not saved">
              Moved by a colleague 8 s ago to Proposal.
            </Banner>
            <EmptyState
              title="Win rate appears from 5 closed deals"
              action={<LinkButton href={HERE}>Import last year</LinkButton>}
            >
              2 so far.
            </EmptyState>
            <Skeleton className="h-9 w-full" />
          </Card>
          <Card title="Explained">
            <ExplainBody
              label="likely won"
              figure="€ 330,332"
              definition="Won so far, plus each open deal's amount times its chance to be won by 31 December."
              formula={[
                { label: "Won since 1 October, 9 deals", value: "€ 192,559" },
                { label: "Σ chance × amount, 41 open deals", value: "€ 137,773" },
                { label: "Likely", value: "€ 330,332", total: true },
              ]}
              n={41}
              exclusions={["3 deleted deals", "2 parked deals"]}
              method="method fc-hazard-2 · definition D-114"
            />
          </Card>
        </div>
        <Card>
          <Charts />
        </Card>
      </Page>
    </AppShell>
  );
}
