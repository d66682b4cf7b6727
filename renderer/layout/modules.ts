import { MessagesSquare, type LucideIcon } from 'lucide-react';
import type { Agent, Module } from '../../shared/platform/agent';

/** A module that this version has. The platform knows more; those are not shown until they are built. */
export const builtModules = ['attendance'] as const satisfies readonly Module[];

export type BuiltModule = (typeof builtModules)[number];

export const moduleIcons: Readonly<Record<BuiltModule, LucideIcon>> = { attendance: MessagesSquare };

/** The modules an agent may use, in the order of the side menu. */
export const permittedModules = (agent: Pick<Agent, 'permissions'>): readonly BuiltModule[] =>
  builtModules.filter((module) => agent.permissions.includes(module));
