import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { brokenRule } from '@/lib/password';
import SetUpPage from './SetUpPage';

beforeAll(startI18n);

describe('a password', () => {
  it('has 12 to 128 characters of any kind', () => {
    expect(brokenRule('a'.repeat(11))).toBe('length');
    expect(brokenRule('a'.repeat(12))).toBeNull();
    expect(brokenRule('a'.repeat(128))).toBeNull();
    expect(brokenRule('a'.repeat(129))).toBe('tooLong');
  });
  it('is counted as people see it', () => expect(brokenRule('🎬'.repeat(12))).toBeNull());
  it('may be words with spaces', () => expect(brokenRule('correct horse battery')).toBeNull());
});

describe('set-up', () => {
  const requests: { url: string; body: unknown }[] = [];
  let codeNeeded = false;
  let refusal: object | null = null;
  beforeEach(() => {
    requests.length = 0;
    codeNeeded = false;
    refusal = null;
    vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
      if (init?.method === 'POST') {
        requests.push({ url, body: JSON.parse(init.body as string) });
        return Promise.resolve(refusal ? Response.json(refusal, { status: 422 }) : Response.json({}));
      }
      return Promise.resolve(
        Response.json({
          name: 'Director',
          version: '1',
          setupNeeded: true,
          setupCodeNeeded: codeNeeded,
          providers: [],
          features: [],
        }),
      );
    });
  });
  const open = () =>
    render(
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <MemoryRouter>
          <Routes>
            <Route path="/" element={<SetUpPage />} />
            <Route path="*" element={null} />
          </Routes>
        </MemoryRouter>
      </QueryClientProvider>,
    );
  const fill = async (password: string) => {
    await userEvent.type(await screen.findByLabelText('Your name'), 'Anna');
    await userEvent.type(screen.getByLabelText('E-mail'), 'anna@example.org');
    await userEvent.type(screen.getByLabelText('Password'), password);
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
  };

  it('sends nothing while the password is too short, and says so', async () => {
    open();
    await fill('short');
    expect(await screen.findByText(/At least 12 characters/)).toBeVisible();
    expect(requests).toEqual([]);
  });
  it('asks for the code only when the server wants one', async () => {
    open();
    await screen.findByLabelText('Your name');
    expect(screen.queryByLabelText('One-time code')).toBeNull();
  });
  it('shows a refusal beside the field it names', async () => {
    refusal = { code: 'password.common', title: 'Refused', errors: { password: ['On every list.'] } };
    open();
    await fill('passwordpassword');
    expect(await screen.findByText('On every list.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toHaveAttribute('aria-invalid', 'true');
  });
  it('sends what was filled in, the demo film with it', async () => {
    codeNeeded = true;
    open();
    await userEvent.type(await screen.findByLabelText('One-time code'), '123456');
    await fill('correct horse battery');
    expect(requests[0]?.body).toMatchObject({ name: 'Anna', email: 'anna@example.org', demoFilm: true, code: '123456' });
  });
});
