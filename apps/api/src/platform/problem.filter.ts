import { Catch, Injectable, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './problem.ts';

/** Every error of a request, also of guards and of unknown routes, leaves as problem+json. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('request');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error);
    if (problem.status >= 500) {
      const { method, routeOptions, id } = http.getRequest<FastifyRequest>();
      this.logger.error(`${id} ${method} ${routeOptions.url} ${error instanceof Error ? error.stack : String(error)}`);
    }
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    void reply.code(problem.status).type('application/problem+json').send(problem);
  }
}
