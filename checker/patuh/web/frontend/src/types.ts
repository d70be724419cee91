// What the server replies: the records of `patuh.web.jobs` and of the library.

export type Level = "pelanggaran" | "belum_lengkap" | "peringatan" | "catatan";
export type Kind = "proposal" | "draft";

export interface Place {
  path: string;
  line: number;
  column: number;
  end_line: number;
  end_column: number;
  cell: string | null;
  label: string;
}

export interface Citation {
  regulation: string;
  provision: string;
  label: string;
  text: string;
}

export interface Finding {
  level: Level;
  check: string;
  title: string;
  subject: string;
  message: string;
  advice: string | null;
  place: Place;
  places: Place[];
  fingerprint: string;
  accepted: string | null;
}

/** On what a finding rests. */
export interface Grounds {
  citations: Citation[];
  readings: string[];
  proof: string[];
}

export interface Unit {
  key: string;
  name: string;
  sort: string;
  lines: number[];
  findings: number[];
}

export interface Checked {
  name: string;
  draft: boolean;
  title: string;
  region: string;
  regulations: string[];
  counts: Record<Level, number>;
  findings: Finding[];
  numbers: number[];
  remarks: string[];
  not_assessed: string[];
  unread: boolean;
  source: string | null;
  chart: string | null;
  units: Unit[];
}

export interface Problem {
  code: string;
  message: string;
  hint: string | null;
  path: string;
  line: number;
  column: number;
}

export interface Edit {
  first: number;
  last: number;
  old: string[];
  new: string[];
}

export interface Repair {
  edits: Edit[];
  cost: number;
  choice: boolean;
  text: string;
}

export interface Opened {
  kind: Kind;
  name: string;
  text: string | null;
  notes: string[];
}

export interface Proposals {
  of: "proposals";
  new: Finding[];
  gone: Finding[];
  unchanged: number;
  units: { kind: string; units: string[]; before: string[]; after: string[] }[];
  matrix: { unit: string; aspect: string; before: string[]; after: string[] }[];
}

export interface Provision {
  label: string;
  text: string;
  line: number;
}

export interface Texts {
  of: "texts";
  summary: string;
  remarks: string[];
  rows: {
    status: string;
    before: Provision | null;
    after: Provision | null;
    pieces: [string, string][];
    remark: string;
  }[];
}

export interface Told {
  check: string;
  level: Level;
  message: string;
}

export interface Revision {
  of: "revision";
  sentences: string[];
  examples: { text: string; chart: string | null; old: Told[]; new: Told[] }[];
  left: string[];
  complete: boolean;
}

export interface Words {
  region: string;
  units: string[];
  assistants: string[];
  kinds: { word: string; superior: string }[];
  forms: string[];
  phrases: string[];
  regions: string[];
}

export interface Written {
  lines: string[];
  after: number;
}
