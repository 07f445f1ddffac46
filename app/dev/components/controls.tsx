"use client";

import { Ellipsis, Flag, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input, Textarea } from "@/components/ui/input";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { Progress } from "@/components/ui/progress";
import { RadioGroup, Segmented } from "@/components/ui/radio-group";
import { ReasonChips } from "@/components/ui/reason-chips";
import { NativeSelect, Select } from "@/components/ui/select";
import { SideSheet } from "@/components/ui/side-sheet";
import { Tabs } from "@/components/ui/tabs";
import { notify } from "@/components/ui/toast";

const STAGES = ["Qualify", "Needs", "Proposal", "Decision", "Contract"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));
const REASONS = ["Price", "Timing", "Went with another", "No decision", "No budget", "Not a fit"].map(
  (label) => ({ value: label, label }),
);

export function Buttons() {
  const [busy, setBusy] = useState(false);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="primary" shortcut="C">
        New deal
      </Button>
      <Button>Not needed…</Button>
      <Button variant="quiet">
        <Plus className="size-4" aria-hidden="true" />
        Save view
      </Button>
      <Button variant="danger">Remove Eva</Button>
      <Button size="small">Add evidence</Button>
      <Button loading={busy} onClick={() => setBusy(true)}>
        Wait
      </Button>
      <Button disabled>Disabled</Button>
      <IconButton label="More" variant="secondary">
        <Ellipsis className="size-4" aria-hidden="true" />
      </IconButton>
      <Menu
        trigger={
          <Button>
            Move to… <span className="text-ink-3">M</span>
          </Button>
        }
      >
        <MenuLabel>Move to…</MenuLabel>
        {STAGES.map(({ value, label }, index) => (
          <MenuItem
            key={value}
            shortcut={`${index + 1}`}
            onSelect={() =>
              notify({ title: `Acme moved to ${label}`, undo: () => notify({ title: "Back in Needs" }) })
            }
          >
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<Flag />}
          shortcut="W"
          onSelect={() => notify({ title: "Won", text: "€29k counts today" })}
        >
          Won
        </MenuItem>
        <MenuItem
          icon={<Trash2 />}
          danger
          onSelect={() => notify({ title: "The server did not answer", tone: "bad" })}
        >
          Delete
        </MenuItem>
      </Menu>
      <Dialog
        title="New deal"
        description="One line is enough."
        trigger={<Button>Dialog</Button>}
        footer={<Button variant="primary">Create</Button>}
      >
        <Field label="Name">
          <Input placeholder="Acme, ERP rollout" />
        </Field>
      </Dialog>
      <SideSheet
        title="Confirm budget owner"
        description="Step in Proposal, 2 of 4"
        trigger={<Button>Side sheet</Button>}
      >
        <p className="lead-sentence">Ask who signs above € 10.000 and from which year's budget it comes.</p>
      </SideSheet>
      <ConfirmDialog
        title="Remove Eva de Wit?"
        confirm="Remove Eva"
        trigger={<Button>Confirm</Button>}
        onConfirm={() => {}}
      >
        Her 13 deals stay, without an owner.
      </ConfirmDialog>
      <Popover title="Why this order" trigger={<Button>Popover</Button>}>
        <p className="text-ink-2">Overdue key steps first, then chance × amount.</p>
      </Popover>
      <Button onClick={() => notify({ title: "Rijnoord moved to Proposal", undo: () => {} })}>Toast</Button>
    </div>
  );
}

export function Forms() {
  const [view, setView] = useState("board");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label="Company" hint="As on their invoices">
        <Input defaultValue="Peeters Staalbouw" />
      </Field>
      <Field label="Amount" error="This is not a number: write 12.500 or 12500.">
        <Input numeric defaultValue="in overleg" />
      </Field>
      <Field label="Stage">
        <Select options={STAGES} defaultValue="proposal" />
      </Field>
      <Field label="Owner" optional>
        <Combobox options={STAGES} placeholder="Type a name" />
      </Field>
      <Field label="Language">
        <NativeSelect
          options={[
            { value: "nl", label: "Nederlands" },
            { value: "en", label: "English" },
          ]}
        />
      </Field>
      <Field label="Why" optional>
        <Textarea placeholder="In the buyer's words" />
      </Field>
      <Segmented
        label="View"
        value={view}
        onChange={setView}
        options={[
          { value: "board", label: "Board" },
          { value: "list", label: "List" },
          { value: "calendar", label: "Calendar" },
        ]}
      />
      <RadioGroup
        label="Style"
        defaultValue="consultative"
        options={[
          {
            value: "transactional",
            label: "Transactional",
            hint: "Short, with hand-overs between departments",
          },
          { value: "consultative", label: "Consultative", hint: "Milestones and a map of people" },
        ]}
      />
      <div className="flex flex-col">
        <Checkbox label="Book demo room" hint="yours" defaultChecked />
        <Checkbox label="Send data sheet to Karin Smet" />
        <Checkbox label="All of them" indeterminate />
      </div>
      <Progress label="Deals" value={742} max={1186} detail="742 of 1,186" />
      <div className="md:col-span-2">
        <ReasonChips label="Why was it lost?" options={REASONS} defaultValue="Timing" />
      </div>
      <div className="md:col-span-2">
        <Tabs
          label="Deal"
          tabs={[
            { value: "steps", label: "Steps", panel: <p>Steps in Proposal</p> },
            { value: "buyer", label: "Buyer", count: 4, panel: <p>What they said</p> },
            { value: "history", label: "History", panel: <p>What changed</p> },
          ]}
        />
      </div>
    </div>
  );
}
