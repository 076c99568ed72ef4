import { DirectorClient, type Cost } from './generated/director';

/*
 * Operations that API.md promises and the document does not have yet. Each leaves this file when the generated client has
 * it: the compiler then says so, because a method here would override one of another type. Nothing else knows this file.
 */
export interface GenerationFailure {
  kind: string;
  message: string | null;
  retryable: boolean;
  billable: boolean;
}

export interface Generation {
  id: string;
  shotId: string;
  filmId: string;
  number: number;
  state: string;
  position: number | null;
  estimate: Cost;
  cost: Cost;
  failure: GenerationFailure | null;
  takeId: string | null;
  recipe: { provider: string; model: string };
  attempts: { ordinal: number }[];
  createdAt: string;
  endedAt: string | null;
}

export interface Provider {
  slug: string;
  label: string;
  status: 'available' | 'notConfigured' | 'degraded';
  models: { name: string; label: string; price: Cost }[];
}

export interface ActivityEvent {
  id: string;
  kind: string;
  subjectType: string;
  subjectId: string;
  rootId: string | null;
  at: string;
  actor: { kind: string; id: string | null; name: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface GenerateShotTakesRequest {
  count: number;
  provider?: string;
  model?: string;
  prompt?: string;
  negativePrompt?: string;
  seed?: number;
}

export interface ImportItem {
  kind: string;
  id: string | null;
  code: string | null;
  title: string;
  line: number | null;
  before: string | null;
  after: string | null;
}

export interface ImportReport {
  new: ImportItem[];
  changed: ImportItem[];
  moved: ImportItem[];
  omitted: ImportItem[];
  reinstated: ImportItem[];
  problems: { line: number; reason: string }[];
}

interface PageOf<T> {
  items: T[];
  next: string | null;
}

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export class AwaitedClient extends DirectorClient {
  private readonly send: Fetch;

  constructor(baseUrl: string, http: { fetch: Fetch }) {
    super(baseUrl, http);
    this.send = (url, init) => http.fetch(baseUrl + url, init);
  }

  listGenerations(
    filmId?: string,
    shotId?: string,
    _state?: string[],
    cursor?: string,
    limit?: number,
  ): Promise<PageOf<Generation>> {
    return this.read(`/api/generations?${query({ filmId, shotId, cursor, limit })}`);
  }

  listModels(): Promise<Provider[]> {
    return this.read('/api/models');
  }

  estimateGeneration(body: {
    provider?: string;
    model?: string;
    count: number;
  }): Promise<{ count: number; each: Cost; total: Cost }> {
    return this.write('/api/generations/estimate', body);
  }

  generateShotTakes(id: string, body: GenerateShotTakesRequest): Promise<unknown> {
    return this.write(`/api/shots/${id}/generate`, body);
  }

  generateFilmTakes(id: string, body: { count: number }): Promise<unknown> {
    return this.write(`/api/films/${id}/generate`, body);
  }

  cancelGeneration(id: string): Promise<unknown> {
    return this.write(`/api/generations/${id}/cancel`);
  }

  retryGeneration(id: string): Promise<unknown> {
    return this.write(`/api/generations/${id}/retry`);
  }

  listEvents(after?: string, rootId?: string, subjectId?: string, limit?: number): Promise<PageOf<ActivityEvent>> {
    return this.read(`/api/events?${query({ after, rootId, subjectId, limit })}`);
  }

  undoEvent(id: string): Promise<unknown> {
    return this.write(`/api/events/${id}/undo`);
  }

  importScreenplay(id: string, format: 'fountain' | 'fdx', dryRun: boolean, body: Blob): Promise<ImportReport> {
    return this.read(`/api/films/${id}/import?${query({ format, dryRun })}`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/octet-stream' },
    });
  }

  private async read<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await this.send(path, init);
    const text = await response.text();
    return (text === '' ? null : JSON.parse(text)) as T;
  }

  private write<T>(path: string, body?: unknown): Promise<T> {
    return this.read(path, {
      method: 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
  }
}

function query(values: Record<string, string | number | boolean | undefined>): string {
  return new URLSearchParams(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString();
}
